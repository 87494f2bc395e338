/** How far in, and where the picture's corner has gone. */
export interface ZoomState {
  readonly factor: number;
  readonly x: number;
  readonly y: number;
}

export const wholePicture: ZoomState = { factor: 1, x: 0, y: 0 };
