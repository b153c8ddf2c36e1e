import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts.tsx';

const shownMilliseconds = 2500;

/** Copies a text, and says so on itself. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('revive');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Without https, or when the browser forbids it.
      showToast(t('copyFailed'), { tone: 'trouble' });
    }
  };
  return (
    <>
      <button type="button" className="copy" aria-label={label} title={label} onClick={() => void copy()}>
        {copied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
      </button>
      <span className="only-read" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
