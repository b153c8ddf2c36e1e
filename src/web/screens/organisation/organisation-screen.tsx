export function OrganisationScreen(_props: Record<string, unknown>) {
  return null;
}
