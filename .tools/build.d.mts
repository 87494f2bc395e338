/** Builds the Storybook into a folder; default `storybook-static`. */
export function buildStorybook(folder?: string): Promise<void>;
