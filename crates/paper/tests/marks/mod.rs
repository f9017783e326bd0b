//! What no page may do, whatever is on it.

use paper::page::{Frame, Ink, Mark, Page};

/// Places on a page that may not meet: words, codes, rules; a band may hold the words left out of it.
pub fn collisions(page: &Page) -> Vec<String> {
    let placed: Vec<(Frame, &Mark)> = page.marks.iter().map(|mark| (mark.frame(), mark)).collect();
    let paper = |mark: &Mark| matches!(mark, Mark::Word { ink: Ink::Paper, .. });
    let mut found = Vec::new();
    for (at, (frame, mark)) in placed.iter().enumerate() {
        if frame.x < 0
            || frame.y < 0
            || frame.x + frame.width > page.paper.dots()
            || frame.y + frame.height > page.height
        {
            found.push(format!("{mark:?} leaves the paper: {frame:?}"));
        }
        for (other_frame, other) in &placed[at + 1..] {
            let held = paper(other) && matches!(mark, Mark::Bar(_));
            if frame.meets(*other_frame) && !held {
                found.push(format!("{mark:?} meets {other:?}"));
            }
        }
    }
    found
}
