export function PersonScreen(_props: Record<string, unknown>) {
  return null;
}
