/** Serves a folder as a static host does. */
export function serve(folder: string): Promise<{
  readonly address: string;
  readonly sent: () => readonly { readonly path: string; readonly bytes: number; readonly missing?: boolean }[];
  readonly forget: () => void;
  readonly close: () => void;
}>;
