import type { TFunction } from 'i18next';
import type { Compared, PolicyResult, Simulated } from '#core/persistence/simulate-policies';

/** Those that are shown, in this order; going on to twelve is a place of the slider. */
export const shown = ['own', 'index', 'stop1', 'stop2', 'stop3', 'mix'] as const satisfies readonly Compared[];

export function policiesShown({ policies }: Simulated): PolicyResult[] {
  return shown.flatMap((name) => policies.filter(({ policy }) => policy === name));
}

export function policyWords(t: TFunction<'whatIf'>, policy: Compared, keepTo: number): string {
  switch (policy) {
    case 'own':
      return t('policyOwn', { number: keepTo });
    case 'index':
      return t('policyIndex');
    case 'mix':
      return t('policyMix');
    case 'twelve':
      return t('policyOwn', { number: 12 });
    case 'stop1':
    case 'stop2':
    case 'stop3':
      return t('policyStop', { number: Number(policy.slice(4)) });
  }
}
