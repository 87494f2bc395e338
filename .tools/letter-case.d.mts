export declare function sameButForCase(paths: readonly string[]): string[][];
export declare function lintLetterCase(): number;
