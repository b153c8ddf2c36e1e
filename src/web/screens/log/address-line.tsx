import { useTranslation } from 'react-i18next';
import { MapPin } from 'lucide-react';
import { addressLines } from '#core/person/postal-address';
import type { Address } from '#contract/address';
import { CopyButton } from '../revive/copy-button.tsx';
import { routeTo } from './route-to.ts';
import './address-line.css';

/** Where they are, which leads there. `copy`: for an envelope, on several lines. */
export function AddressLine({ address, copy = false }: { address: Address; copy?: boolean }) {
  const { t } = useTranslation('words');
  const lines = addressLines(address);
  return (
    <span className="address">
      <a href={routeTo(address)} target="_blank" rel="noopener noreferrer" className="address__route">
        <MapPin size={16} aria-hidden="true" />
        <span className="only-read">{t('routeTo', { name: '' })}</span>
        {lines.join(', ')}
      </a>
      {address.of === 'organisation' && <span className="muted small">{t('ofOrganisation')}</span>}
      {copy && <CopyButton text={lines.join('\n')} label={t('copyAddress')} />}
    </span>
  );
}
