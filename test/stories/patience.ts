import { configure } from 'storybook/test';

// On a busy machine a story's first picture takes longer than the second that queries wait by default.
configure({ asyncUtilTimeout: 15_000 });
