// Makes the subset in this folder from the four files of Fashion-MNIST:
//   node stories/data/fashion/make.mjs FOLDER
// FOLDER holds {train,t10k}-{images-idx3,labels-idx1}-ubyte.gz, for example from Debian's package
// dataset-fashion-mnist. The subset is the first so many images of each class, in their order: nothing is chosen by
// hand or by chance. The result stays the same IDX format, gzipped.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const perClass = { train: 260, t10k: 60 };
const classes = 10;
const imageBytes = 28 * 28;

const from = process.argv[2];
if (!from) throw new Error('node stories/data/fashion/make.mjs FOLDER, the folder with the original files');

for (const [part, wanted] of Object.entries(perClass)) {
  const images = read(`${part}-images-idx3-ubyte.gz`).subarray(16);
  const labels = read(`${part}-labels-idx1-ubyte.gz`).subarray(8);
  const taken = new Array(classes).fill(0);
  const rows = [...labels.keys()].filter((row) => taken[labels[row]]++ < wanted);
  write(
    `${part}-images-idx3-ubyte.gz`,
    [rows.length, 28, 28],
    rows.map((row) => images.subarray(row * imageBytes, (row + 1) * imageBytes)),
  );
  write(
    `${part}-labels-idx1-ubyte.gz`,
    [rows.length],
    rows.map((row) => labels.subarray(row, row + 1)),
  );
}

function read(name) {
  return gunzipSync(readFileSync(join(from, name)));
}

/** IDX: two zero bytes, the type (8: unsigned byte), the number of dimensions, each dimension as big-endian uint32. */
function write(name, dimensions, parts) {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.set([0, 0, 8, dimensions.length]);
  dimensions.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
  writeFileSync(join(import.meta.dirname, name), gzipSync(Buffer.concat([header, ...parts]), { level: 9 }));
}
