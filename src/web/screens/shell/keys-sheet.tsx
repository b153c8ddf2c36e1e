import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { Check } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { isMac, keysAreOn, switchKeys } from '../../ui/use-keys.ts';
import { placesOf } from './places.ts';
import './keys-sheet.css';

/** All keys in one list, and the switch that WCAG 2.1.4 asks for. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['keys', 'shell']);
  const [on, setOn] = useState(keysAreOn);
  const { role } = useMe().member;
  const groups: [string, [string, string][]][] = [
    [
      t('keys:everywhere'),
      [
        ['n', t('keys:add')],
        ['/', t('keys:search')],
        [isMac() ? '⌘ K' : 'Ctrl K', t('keys:palette')],
        ['z', t('keys:undo')],
        ['?', t('keys:help')],
        ['Esc', t('keys:close')],
        ...placesOf(role).map((place): [string, string] => [
          `g ${place.key}`,
          t('keys:go', { place: t(`shell:${place.name}`) }),
        ]),
      ],
    ],
    [
      t('keys:inToday'),
      [
        ['j k', t('keys:walk')],
        ['Enter', t('keys:open')],
        ['l', t('keys:log')],
        ['b', t('keys:call')],
        ['m', t('keys:mail')],
        ['w', t('keys:message')],
        ['s', t('keys:later')],
        ['.', t('keys:why')],
        ['i', t('keys:know')],
        ['f', t('keys:block')],
      ],
    ],
    [
      t('keys:onPage'),
      [
        ['[ ]', t('keys:neighbours')],
        ['l', t('keys:log')],
        ['b m w', t('keys:reach')],
        ['s', t('keys:later')],
      ],
    ],
    [t('keys:inBlock'), [['j', t('keys:pass')]]],
    [
      t('keys:inList'),
      [
        ['j k', t('keys:walkLines')],
        ['Enter', t('keys:open')],
        ['x', t('keys:select')],
        ['v', t('keys:move')],
        ['l', t('keys:log')],
      ],
    ],
    [t('keys:inLog'), [['1 – 9', t('keys:outcomes')]]],
  ];
  return (
    <Sheet title={t('keys:title')} onClose={onClose}>
      <Check
        label={t('keys:on')}
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          switchKeys(event.target.checked);
        }}
      />
      {groups.map(([name, rows]) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl className="keys">
            {rows.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  );
}
