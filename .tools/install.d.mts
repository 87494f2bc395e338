export declare function pnpm(args: string[], options?: { cwd?: string; env?: Record<string, string> }): Promise<void>;
