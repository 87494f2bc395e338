'use client';
import { useContext } from 'react';
import { NeuroglowContext, type ServerStyles } from './context.js';

const byDefault: ServerStyles = { nonce: undefined, inlineStyles: true };

/** How server-rendered HTML includes the components' styles, as the provider decides. */
export function useServerStyles(): ServerStyles {
  return useContext(NeuroglowContext)?.serverStyles ?? byDefault;
}
