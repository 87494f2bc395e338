import type { SourceFile } from './ShowCode.js';

/** A file as a reader copies it: all files of a demo go into one folder, so that imports lead nowhere else. */
export function flatFile({ name, text }: SourceFile): SourceFile {
  return {
    name: name.replace(/^.*\//, ''),
    text: text.replaceAll(/(from |import )'(?:\.\.?\/)+(?:[\w-]+\/)*([\w.-]+)'/g, "$1'./$2'"),
  };
}
