import { create, type ThemeVars } from 'storybook/theming';
import type { Theme } from './theme.js';

const font = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';
const mono = 'ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace';
const brand = {
  brandTitle: 'Neuroglow',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: font,
  fontCode: mono,
} as const;

/** Storybook's own surfaces (sidebar, toolbar, docs pages) in the colours of the pictures. */
export const themes: Record<Theme, ThemeVars> = {
  light: create({
    base: 'light',
    ...brand,
    brandImage: './neuroglow-light.svg',
    colorPrimary: '#b45309',
    colorSecondary: '#1d5fa8',
    appBg: '#f4f4f1',
    appContentBg: '#fbfbf9',
    appPreviewBg: '#fbfbf9',
    appBorderColor: '#e5e5e1',
    appBorderRadius: 8,
    textColor: '#16191d',
    textMutedColor: '#5b6470',
    barBg: '#fbfbf9',
    barTextColor: '#5b6470',
    barSelectedColor: '#1d5fa8',
    inputBg: '#ffffff',
    inputBorder: '#d6d6d1',
    inputTextColor: '#16191d',
  }),
  dark: create({
    base: 'dark',
    ...brand,
    brandImage: './neuroglow-dark.svg',
    colorPrimary: '#fbbf24',
    colorSecondary: '#6aaedb',
    appBg: '#0a0d11',
    appContentBg: '#0e1116',
    appPreviewBg: '#0e1116',
    appBorderColor: '#262b33',
    appBorderRadius: 8,
    textColor: '#eef0f3',
    textMutedColor: '#9aa3ae',
    barBg: '#0e1116',
    barTextColor: '#9aa3ae',
    barSelectedColor: '#6aaedb',
    inputBg: '#15191f',
    inputBorder: '#323943',
    inputTextColor: '#eef0f3',
  }),
};
