import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './states.css';

type Props = {
  children: ReactNode;
  /** Where one is: what broke there says nothing of the next page. */ at?: string;
  /** In the place of what broke; without it a word and a way on. */ instead?: ReactNode;
  onBreak?: () => void;
};

type State = { broke: boolean; at: string | undefined };

/** Whatever breaks inside (a part of the app that could not be fetched, a fault of our own) leaves what is around it standing. */
export class Caught extends Component<Props, State> {
  override state: State = { broke: false, at: this.props.at };

  static getDerivedStateFromProps({ at }: Props, before: State): State | null {
    return at === before.at ? null : { broke: false, at };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { broke: true };
  }

  override componentDidCatch(): void {
    this.props.onBreak?.();
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children;
    return this.props.instead === undefined ? <Broke /> : this.props.instead;
  }
}

function Broke() {
  const { t } = useTranslation('ui');
  return (
    <section className="state" role="alert">
      <h2>{t('broke')}</h2>
      <p className="state__text">{t('brokeBody')}</p>
      <div className="state__acts">
        <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
      </div>
    </section>
  );
}
