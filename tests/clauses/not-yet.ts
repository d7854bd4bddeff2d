/** Clauses that nothing acts on yet, or no test holds yet, each with the reason. One that is done leaves the list. */
export const notYet: Record<string, string> = {
  '§2.0b': 'The annual village plan by priority and contiguity comes with planning.',
  '§2.0c':
    'Central heating first is a route a village may decide on; the rule with thresholds comes with planning.',
  '§2.0d': 'The route and the admitted models are there; choosing by means and habits comes with planning.',
  '§2.0e': 'Map layers of no-burn zones come with planning.',
  '§2.2': 'Loads per transformer area and reinforcement come with the grid module.',
  '§2.4': 'Maintenance and next year’s pack come after the first season.',
  '§5.6': 'The adviser’s role and reports come with oversight.',
  '§A.4': 'Duty board.',
  '§A.7': 'Duty board.',
  '§A.8': 'Duty board.',
  '§A.10': 'Duty board.',
  '§A.12': 'Duty board.',
  '§A.14': 'Duty board.',
  '§A.20':
    'The finance company has no seat of its own: its matching funds are a source, tender and final account are the bureau’s acts.',
}
