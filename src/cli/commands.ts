import type { Command } from './command.ts';

/** Loaded when asked for: starting the server should not read what an import needs. One file a command; add yours here. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  setup: async () => (await import('./setup.ts')).setup,
  'token create': async () => (await import('./token-create.ts')).tokenCreate,
  'member add': async () => (await import('./member-add.ts')).memberAdd,
  'password reset': async () => (await import('./password-reset.ts')).passwordReset,
  import: async () => (await import('./import.ts')).importFile,
  export: async () => (await import('./export.ts')).exportWorkspace,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  verify: async () => (await import('./verify.ts')).verify,
  demo: async () => (await import('./demo.ts')).demo,
  'engine compute': async () => (await import('./engine-compute.ts')).engineCompute,
  'engine simulate': async () => (await import('./engine-simulate.ts')).engineSimulate,
};
