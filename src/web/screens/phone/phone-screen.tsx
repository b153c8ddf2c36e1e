import { useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OnThePhone } from '#contract/phone';
import { phoneQuery } from '../../data/phone.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';
import { QrCode } from './qr-code.tsx';
import '../settings/settings.css';
import './phone.css';

/** How the app comes on a telephone, and what works there. */
export function PhoneScreen() {
  const { t } = useTranslation('phone');
  const phone = useQuery(phoneQuery);
  return (
    <Page
      title={t('title')}
      about={t('about')}
      before={
        <Link href="/settings" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('back')}
        </Link>
      }
    >
      {phone.isPending && <Skeleton height={220} />}
      {phone.isError && <ErrorState error={phone.error} onRetry={() => void phone.refetch()} />}
      {phone.data && <Start phone={phone.data} />}
      <Section id="install" title={t('install')}>
        <ul className="phone__steps">
          <li>{t('installIphone')}</li>
          <li>{t('installAndroid')}</li>
        </ul>
      </Section>
      <Works />
      <Section id="https" title={t('https')} about={t('httpsBody')}>
        <p>{t('httpsHow')}</p>
        <pre className="phone__code">
          <code>{'follow-up.example.com {\n  reverse_proxy 127.0.0.1:4620\n}'}</code>
        </pre>
        <p>{t('httpsThen')}</p>
        <code className="phone__code">APP_URL=https://follow-up.example.com npm start</code>
      </Section>
      <Section id="share" title={t('share')} about={t('shareBody')}>
        <ul className="phone__steps">
          <li>{t('shareAndroid')}</li>
          <li>{t('shareIphone')}</li>
        </ul>
      </Section>
      <Section id="calls" title={t('calls')} about={t('callsBody')}>
        <div>
          <Link href="/settings/calendar">{t('callsLink')}</Link>
        </div>
      </Section>
    </Page>
  );
}

/** A code for the camera; where only this computer reaches the server, how to change that first. */
function Start({ phone }: { phone: OnThePhone }) {
  const { t } = useTranslation('phone');
  const [own] = phone.addresses;
  if (!phone.onlyHere)
    return (
      <Section id="start" title={t('scan')}>
        <div className="phone__start">
          <QrCode text={phone.appUrl} label={t('code', { address: phone.appUrl })} />
          <div>
            <p>{t('scanBody')}</p>
            <p>
              <strong>{phone.appUrl}</strong>
            </p>
          </div>
        </div>
      </Section>
    );
  const address = own ?? 'http://192.168.1.20:4620';
  return (
    <Section id="start" title={t('onlyHere')} about={t('onlyHereBody')}>
      <ol className="phone__steps">
        <li>{own ? t('addressIs', { address }) : t('addressFind')}</li>
        <li>
          {t('startAgain')} <code className="phone__code">{`AANHOUDER_HOST=0.0.0.0 APP_URL=${address} npm start`}</code>
        </li>
        <li>{t('sameNetwork')}</li>
      </ol>
    </Section>
  );
}

const works = ['everything', 'install', 'offline', 'notices', 'share', 'calls'] as const;
/** What a browser gives without https too. */
const plain: ReadonlySet<string> = new Set(['everything']);

function Works() {
  const { t } = useTranslation('phone');
  return (
    <Section id="works" title={t('works')}>
      <table className="phone__works">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('with')}</th>
            <th scope="col">{t('without')}</th>
          </tr>
        </thead>
        <tbody>
          {works.map((one) => (
            <tr key={one}>
              <th scope="row">{t(`work.${one}`)}</th>
              <td>{t('yes')}</td>
              <td>{plain.has(one) ? t('yes') : t('no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
