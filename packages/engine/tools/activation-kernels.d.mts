export function activationNames(registry: string): string[];
export function checkFiles(names: readonly string[], files: readonly string[]): void;
export function activationsText(names: readonly string[]): string;
