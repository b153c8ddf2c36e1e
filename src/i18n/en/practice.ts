/** Five people who do not exist, to try it on. */
export const practice = {
  title: 'Practice',
  about: 'These people do not exist. Nothing of this counts, and one tap clears it.',
  clear: 'Clear and stop',
  hint: 'Call in your mind, and tap how it went. The next contact is planned at once.',
  log: 'Log',
  logFor: 'Log {{name}}',
  sheetAbout: 'Practice: nobody is called.',
  later: 'Planned',
  ready: 'That is all there is to it.',
  readyBody: 'Whoever is in here always has a next contact moment. Now with the people whom you do not want to forget.',
  begin: 'Clear, and paste my own names',
  who: {
    anna: 'Anna de Boer',
    bas: 'Bas Winters',
    carla: 'Carla Mulder',
    dirk: 'Dirk Peeters',
    elif: 'Elif Kaya',
  },
  what: {
    anna: 'Bakery, a new shop front · four contacts held, they liked the drawing',
    bas: 'Met at the fair yesterday · no contact yet',
    carla: 'Hair salon, a maintenance contract · did not answer twice',
    dirk: 'Garage, six solar panels · wants to see references',
    elif: 'Dentist, a new desk · ten contacts held, nearly there',
  },
} as const;
