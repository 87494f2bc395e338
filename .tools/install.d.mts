export declare function pnpm(
  args: string[],
  options?: { cwd?: string; quiet?: boolean; env?: Record<string, string> },
): Promise<void>;
