import type { Command } from './command.ts';

export const start: Command = {
  words: ['start'],
  summary: 'Starts the server; Ctrl+C stops it',
  options: {},
  run: (world) => world.serve(),
};
