import { collectSooner } from './collect-sooner.ts';
import { keepCompiled } from './keep-compiled.ts';

// Before all else is loaded: the first as the heap must not have grown yet, and what V8 keeps it takes back only with the flags it had then.
collectSooner();
keepCompiled(new URL('.', import.meta.url));
void import('./run.ts');
