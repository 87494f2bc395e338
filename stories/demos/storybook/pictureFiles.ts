import labelledImages from '../../data/labelledImages.ts?raw';
import readFile from '../../data/readFile.ts?raw';
import answer from '../Answer.tsx?raw';
import confusion from '../Confusion.tsx?raw';
import padCss from '../draw-pad.css?raw';
import pad from '../DrawPad.tsx?raw';
import mistakes from '../Mistakes.tsx?raw';
import pictureCss from '../picture.css?raw';
import pictureDemo from '../PictureDemo.tsx?raw';
import fromFiles from '../PicturesFromFiles.tsx?raw';
import readPictures from '../readPictures.ts?raw';
import picker from '../SamplePicker.tsx?raw';
import strokes from '../strokes.ts?raw';
import strokesText from '../strokesText.ts?raw';
import thumbnail from '../Thumbnail.tsx?raw';
import useUrlDrawing from '../useUrlDrawing.ts?raw';
import type { SourceFile } from './ShowCode.js';

/** What every demo with a pad is made of. */
export const pictureFiles: readonly SourceFile[] = [
  { name: 'PictureDemo.tsx', text: pictureDemo },
  { name: 'DrawPad.tsx', text: pad },
  { name: 'draw-pad.css', text: padCss },
  { name: 'strokes.ts', text: strokes },
  { name: 'strokesText.ts', text: strokesText },
  { name: 'useUrlDrawing.ts', text: useUrlDrawing },
  { name: 'Answer.tsx', text: answer },
  { name: 'SamplePicker.tsx', text: picker },
  { name: 'Thumbnail.tsx', text: thumbnail },
  { name: 'Confusion.tsx', text: confusion },
  { name: 'Mistakes.tsx', text: mistakes },
  { name: 'picture.css', text: pictureCss },
];

/** What those that load their pictures need besides. */
export const fileLoaderFiles: readonly SourceFile[] = [
  { name: 'PicturesFromFiles.tsx', text: fromFiles },
  { name: 'readPictures.ts', text: readPictures },
  { name: '../data/labelledImages.ts', text: labelledImages },
  { name: '../data/readFile.ts', text: readFile },
];
