// Two short sounds: heard, and not known. No file, no wait; none for who turned them off.

import { currentLook } from './look.svelte';

let audio: AudioContext | undefined;

function tone(hertz: number, seconds: number) {
  if (!currentLook().sound) return;
  try {
    audio ??= new AudioContext();
    const [wave, volume] = [audio.createOscillator(), audio.createGain()];
    wave.frequency.value = hertz;
    volume.gain.setValueAtTime(0.08, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
    wave.connect(volume).connect(audio.destination);
    wave.start();
    wave.stop(audio.currentTime + seconds);
  } catch {
    // A till without a loudspeaker is silent.
  }
}

export const heard = () => tone(1320, 0.07);
export const notKnown = () => tone(220, 0.25);
