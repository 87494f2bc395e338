/** What a plot can write down of itself: what is shown, zoomed as it is. */
export interface Exporter {
  /** The plot as it is now, with its legend and a sentence that sums it up, as an SVG document in the theme's colours. */
  toSVG(): string;
  /** The same as a PNG. `scale`: pixels per CSS pixel. @default 2 */
  toPNG(options?: { readonly scale?: number }): Promise<Blob>;
  /** The points of the curves shown, a line each: `run,series,role,step,epoch,time,value`. */
  toCSV(): string;
}
