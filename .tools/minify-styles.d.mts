export function minifyStyles(dist: string, modules: readonly string[]): void;
export function minifyCss(css: string): string;
