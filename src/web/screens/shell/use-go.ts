import { useLocation } from 'wouter';

/** Goes to a place inside the app. */
export function useGo(): (to: string) => void {
  const [, navigate] = useLocation();
  return (to) => navigate(to);
}
