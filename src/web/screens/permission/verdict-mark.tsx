import { Check, CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#core/permission/words';
import './permission.css';

const icons = { allow: Check, warn: CircleAlert, block: X } as const;

/** ✓, ! or ✕: never colour alone, and read out as a word. */
export function VerdictMark({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  const { t } = useTranslation('permission');
  const Icon = icons[verdict];
  return (
    <span className={`verdict verdict--${verdict}`}>
      <Icon size={size} strokeWidth={2.4} aria-hidden="true" />
      <span className="only-read">{t(`verdict.${verdict}`)}</span>
    </span>
  );
}
