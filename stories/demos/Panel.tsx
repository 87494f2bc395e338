import { useId, type ReactElement, type ReactNode } from 'react';

export interface PanelProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A titled box of a demo. */
export function Panel({ title, about, wide = false, children }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className={wide ? 'demo__panel demo__panel--wide' : 'demo__panel'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{about}</p>
      {children}
    </section>
  );
}
