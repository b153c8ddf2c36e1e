import { useTranslation } from 'react-i18next';
import { Slider } from '../../ui/slider.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { daysAWeek, minutesStep, mostMinutes, mostPerWeek, type Trial, workingDays } from './what-if-input.ts';

/** `found`: new prospects of the year that was worked out last, null before that. */
type Props = { trial: Trial; found: number | null; onChange: (change: Partial<Trial>) => void };

export function WhatIfSliders({ trial, found, onChange }: Props) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const { keepTo, minutesADay, perWeek } = trial;
  return (
    <section className="what-if__sliders card" aria-label={t('slidersTitle')}>
      <Slider
        label={t('keepTo')}
        words={t('contact', { number: keepTo })}
        min={1}
        max={12}
        value={keepTo}
        onChange={(value) => onChange({ keepTo: value })}
      />
      <Slider
        label={t('minutes')}
        words={format.minutes(minutesADay)}
        min={minutesStep}
        max={mostMinutes}
        step={minutesStep}
        value={minutesADay}
        onChange={(value) => onChange({ minutesADay: value })}
      />
      <Slider
        label={t('perWeek')}
        words={perWeek === null ? noLimit() : t('perWeekMost', { n: format.number(perWeek) })}
        min={1}
        max={mostPerWeek + 1}
        value={perWeek ?? mostPerWeek + 1}
        onChange={(value) => onChange({ perWeek: value > mostPerWeek ? null : value })}
      />
    </section>
  );

  function noLimit(): string {
    if (found === null) return t('perWeekAll');
    const n = (found * daysAWeek) / workingDays;
    return t('perWeekAbout', { n: format.number(n, n < 10 ? 1 : 0) });
  }
}
