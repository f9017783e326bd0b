// What a printer would print: an ESC/POS file read by a decoder that is not ours, written to stdout as a plain
// bitmap (PBM). Not here: any judgement; the caller compares.

import { readFileSync } from 'node:fs';
import npos from 'npos';

const { error, tree, entries } = await npos.parser().parse(readFileSync(process.argv[2]));
if (error) throw error;
const pictures = entries.filter(({ type }) => type === 'raster');
if (pictures.length !== 1) throw new Error(`${pictures.length} pictures in ${tree.length} commands`);
const { data: picture } = pictures[0];
const rows = [];
for (let y = 0; y < picture.height; y++) {
  let row = '';
  for (let x = 0; x < picture.width; x++) row += picture.getPixel(x, y) === 0 ? '1' : '0';
  rows.push(row);
}
process.stdout.write(`P1\n${picture.width} ${picture.height}\n${rows.join('\n')}\n`);
