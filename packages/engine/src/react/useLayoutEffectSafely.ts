'use client';
import { useEffect, useLayoutEffect } from 'react';

/** A layout effect in the browser; on a server, where React 18 warns of layout effects, nothing runs either way. */
export const useLayoutEffectSafely: typeof useLayoutEffect =
  typeof window === 'undefined' ? useEffect : useLayoutEffect;
