import { useServerStyles } from '@neuroglow/engine/internal';
import type { ReactElement } from 'react';
import { baseStyles } from './baseStyles.js';
import type { Styles } from './styleSheet.js';
import { useHydrated } from './useHydrated.js';

export interface ServerStylesProps {
  readonly styles: readonly Styles[];
  /** The component's class name. */
  readonly className: string;
  /** Width / height that the component keeps free. */
  readonly aspect: number | undefined;
}

/**
 * What a component needs to look right in server-rendered HTML, before any script has run. Gone once it is hydrated: from then on the
 * document has adopted the same styles. An element in its place and not hoisted by React, which gives hoisted styles no nonce but the one
 * that the server's renderer was given.
 */
export function ServerStyles({ styles, className, aspect }: ServerStylesProps): ReactElement | null {
  const { nonce, inlineStyles } = useServerStyles();
  const hydrated = useHydrated();
  if (hydrated || !inlineStyles) return null;
  const rules = [baseStyles, ...styles].map(({ css }) => css);
  if (aspect !== undefined)
    rules.push(`div:where(.${className}${aspectSelector(aspect)}) { aspect-ratio: ${aspect}; }`);
  // Browsers hide a nonce from scripts, so React would take it for missing.
  return <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: rules.join('') }} />;
}

/** Finds components that a server wrote with this aspect. */
function aspectSelector(aspect: number): string {
  return `[data-server-aspect='${aspect}']`;
}
