import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { boardActs } from '../../data/board.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';

export type MergeField = {
  name: 'name' | 'email' | 'phone' | 'address' | 'linkedin' | 'howMet';
  label: string;
  first: string | null;
  second: string | null;
};
type Side = { id: string; name: string; to: string; about: string | null };

type Props = {
  why: string;
  one: Side;
  other: Side;
  fields: readonly MergeField[];
  /** What both have is kept of both. */
  kept: readonly (readonly [string, readonly string[], readonly string[]])[];
  merge: (take: string[]) => Promise<{ changeId: string }>;
};

/** Two side by side: where they differ one chooses, where one is empty the other fills it. */
export function MergeCard({ why, one, other, fields, kept, merge }: Props) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const names = { one: one.name, other: other.name };
  const act = useAct({
    run: () => merge([...taken]),
    says: () => t('merged', names),
    change: (out) => out.changeId,
  });
  const dismiss = useAct({ run: () => boardActs.dismiss(one.id, other.id), says: () => t('dismissed') });
  const choose = (name: string, second: boolean) =>
    setTaken((before) => {
      const after = new Set(before);
      if (second) after.add(name);
      else after.delete(name);
      return after;
    });
  return (
    <article className="card twin" aria-labelledby={id}>
      <header className="twin__head">
        <h3 id={id}>
          {one.name} · {other.name}
        </h3>
        <span className="badge badge--plain">{why}</span>
      </header>
      <table className="twin__table">
        <thead>
          <tr>
            <th scope="col">
              <span className="only-read">{t('field')}</span>
            </th>
            <th scope="col">
              {t('first')}
              {one.about && <span className="muted small twin__about">{one.about}</span>}
            </th>
            <th scope="col">
              {t('second')}
              {other.about && <span className="muted small twin__about">{other.about}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields
            .filter((field) => field.first !== null || field.second !== null)
            .map((field) => {
              const differs = field.first !== null && field.second !== null && field.first !== field.second;
              return (
                <tr key={field.name}>
                  <th scope="row">{field.label}</th>
                  {([field.first, field.second] as const).map((value, side) => (
                    // Two sides, always in this order.
                    // eslint-disable-next-line react/no-array-index-key
                    <td key={side}>
                      {differs ? (
                        <label className="twin__choice">
                          <input
                            type="radio"
                            name={`${id} ${field.name}`}
                            checked={taken.has(field.name) === (side === 1)}
                            onChange={() => choose(field.name, side === 1)}
                          />
                          <span>
                            <span className="only-read">{t('keepThis', { value: '' })}</span>
                            {value}
                          </span>
                        </label>
                      ) : (
                        (value ?? <span className="muted">{t('nothing')}</span>)
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          {kept
            .filter(([, first, second]) => first.length + second.length > 0)
            .map(([label, first, second]) => (
              <tr key={label}>
                <th scope="row">
                  {label} <span className="muted small">{t('both')}</span>
                </th>
                <td>{first.join(', ') || <span className="muted">{t('nothing')}</span>}</td>
                <td>{second.join(', ') || <span className="muted">{t('nothing')}</span>}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="twin__links small">
        <Link href={one.to}>{one.name}</Link> · <Link href={other.to}>{other.name}</Link>
      </p>
      <div className="form__acts">
        <Button aria-label={t('notSameOf', names)} busy={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
          {t('notSame')}
        </Button>
        <Button
          kind="primary"
          aria-label={t('mergeOf', names)}
          busy={act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {t('merge')}
        </Button>
      </div>
    </article>
  );
}
