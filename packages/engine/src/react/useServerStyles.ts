'use client';
import { useContext } from 'react';
import { NeuroglowContext, type ServerStyles } from './context.js';

const byDefault: ServerStyles = { nonce: undefined, inlineStyles: true };

/** How components bring their styles in server-rendered HTML, as the provider around says. */
export function useServerStyles(): ServerStyles {
  return useContext(NeuroglowContext)?.serverStyles ?? byDefault;
}
