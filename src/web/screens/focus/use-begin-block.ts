import { useLocation } from 'wouter';
import type { Today } from '#contract/today';
import { useMayWrite } from '../../data/me.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { beginBlock, blockNow, keepBlock } from './block.ts';

/** Begins a block, or goes on with the one that runs; nothing for who may not log. Key f. */
export function useBeginBlock(today: Pick<Today, 'on' | 'done' | 'items'>): (() => void) | undefined {
  const [, navigate] = useLocation();
  const mayWrite = useMayWrite();
  const begin = () => {
    if (blockNow() === null) keepBlock(beginBlock(today, Date.now()));
    navigate('/focus');
  };
  const may = mayWrite && today.items.length > 0 ? begin : undefined;
  useKeys({ f: may });
  return may;
}
