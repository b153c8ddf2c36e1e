/** Around the lessons; their texts stand in ../lessons. */
export const lesson = {
  link: 'The lesson of contact {{number}}',
  heading: 'Lesson {{number}}: {{title}}',
  act: 'To do today',
  before: 'Lesson {{number}}',
  after: 'Lesson {{number}}',
  of: 'Twelve short lessons, one for each contact.',
};
