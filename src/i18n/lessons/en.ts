import type { Lessons } from './lesson.ts';

export const lessons: Lessons = [
  {
    title: 'Three people you let go',
    body: [
      'Think of somebody who was keen, and of whom you then heard no more. You called once again, perhaps. Then something else came in between. They did not say no. You stopped.',
      'According to the article that this starts from (source unknown), almost half of all sellers do nothing more after the first talk. Whether the figure is right nobody knows. But nearly everybody recognises it: there is work lying about that is half done already.',
      'Somebody whom you know and who knows you is nearer than somebody you have yet to find. That is where we begin.',
    ],
    act: 'Write down three names of people you let go without a no. Behind each name, put what they were keen on at the time, in their words.',
  },
  {
    title: 'Do what you said',
    body: [
      'The second contact is no sales talk. It is where the other finds out whether you do as you say. You were going to mail something, look something up, introduce somebody. Do it, and do it on the day you named.',
      'A small promise that you keep weighs more than a fine presentation. Who delivers a small thing on time is trusted with a large one.',
      'You will not make it? Say so a day before. That is keeping your word too.',
    ],
    act: 'Look at what you promised this month and have not done yet. Do one of them now, or name another day.',
  },
  {
    title: 'Silence is not a no',
    body: [
      'You mailed, and nothing came back. It feels like being turned down. Mostly it is a full week, a child that is ill, a manager who wanted something else first.',
      'By the third contact, says the article (source unknown), the great majority of sellers have stopped. Not because somebody said no, but because nobody said anything.',
      'With everybody you are about to let go, ask yourself: did they say no? If so, respect it and stop. If not, it is you who decide, and not they.',
    ],
    act: 'Find one person who stayed silent and send a short message of three sentences, without reproach. Not "I have not heard from you", but something that is of use to them.',
  },
  {
    title: 'Bring something',
    body: [
      '"I am just calling to hear whether you have decided." With that sentence you ask the other for work, and give nothing. Who calls like that three times is not answered any more.',
      'Come with something: an example of a customer with the same question, an answer to what was left open last time, a name, a warning. It need not be big. It has to be theirs and not yours.',
      'Giving and asking should be in balance. If you asked the last two times, it is time to give.',
    ],
    act: 'Pick whom you will call tomorrow. Before the call, write one sentence that begins: "I thought of you, because …"',
  },
  {
    title: 'Where it begins to pay',
    body: [
      'According to the article, eight of ten sales come in the fifth to twelfth contact (source unknown). In other figures, which do have a source, most sales come earlier. Believe neither of them on authority.',
      'What counts is your own outcomes. In which contact did your customers buy? And after which contact do you mostly stop? If the second number is below the first, you leave work lying that was almost done.',
      'And if your own figures say that four is enough, stop at four. Going on is not an aim. It is a choice that you can make with numbers.',
    ],
    act: 'Take your last five sales. Count for each how many contacts came before it. Write the number down and see whether it surprises you.',
  },
  {
    title: 'Ask what has changed',
    body: [
      'People do not buy when you are ready to sell, but when something changes with them: a new colleague, a contract that ends, a season, a complaint of a customer.',
      'Who tells the same at the sixth contact as at the first is too early or too late. Who asks what has changed since hears when it does fit.',
      'Write such a moment down with a date. "After the summer" is a day in September, and then that day is in your diary.',
    ],
    act: 'Ask one person today: "What has changed with you since we spoke?" Note the answer word for word.',
  },
  {
    title: 'Another door',
    body: [
      'Six calls, six times voicemail. Then a seventh call is not persevering but repeating. Choose another door: a card, a short message, coffee when you are near anyway.',
      'Look at the hour too. Who never answers on Monday morning may well do so on Thursday at half past four. Remember when somebody could be reached; it is knowledge that only you have.',
      'Mind what is allowed. Calling, mailing and messaging each have rules of their own, and for a consumer they are stricter than for a company. What is not allowed you do not do, however well it might work.',
    ],
    act: 'Find somebody you never get hold of. Plan the next contact at another hour, or by another way, than the last three.',
  },
  {
    title: 'Dare to ask',
    body: [
      'Sometimes you really do not know: is it still a maybe, or a no that nobody says? Then the honest question is the kindest: "Shall I keep calling, or let it rest?"',
      'Many people are relieved that you ask. Some say no, and you have your time back. Others say: "No, do keep calling, we are simply stuck here." Then you know that you are welcome.',
      'A no is an answer, not a defeat. And who says they want no more contact is not called again. Ever.',
    ],
    act: 'Pick somebody you are in doubt about and ask. Write the answer down: yes, no or later, and with later a date.',
  },
  {
    title: 'Make it small',
    body: [
      'A large yes is hard to give. Money has to be found, people have to agree, something may go wrong. A small yes can be given today.',
      'What is the smallest step that is of use to the other already? An hour of looking along. One room instead of the whole building. A trial of a month. If that step goes well, the next is no longer a leap.',
      'Think it up together. Ask: "What would you like to know now, before you go further?" The answer is your proposal.',
    ],
    act: 'Take a quote that is left lying and think of a first step of a tenth of it at most. Put it to them tomorrow.',
  },
  {
    title: 'Friends, not contacts',
    body: [
      'A friend knows that your daughter has her finals, that you dislike meetings before nine, and that you never want to see that one supplier again. He need not look it up.',
      'You have two hundred people to think of, and so you write it down: what matters to this person, how you met, which day counts. Write nothing that the other may not read.',
      'And be in touch now and then without wanting anything. No offer, no question. It takes three minutes, and it is the one thing that nobody else does.',
    ],
    act: 'Send somebody a message today in which you ask nothing and offer nothing. Only that you thought of them, and why.',
  },
  {
    title: 'Let go as you began',
    body: [
      'Not everybody buys. There comes a moment at which your time brings more elsewhere, and then stopping is work as good as going on. The difference is in how.',
      'Write a last, friendly letter: thanks for the talks, what you learned from them, and that the door stays open. No disappointment, no discount at the last moment. It is how you would like to be remembered yourself.',
      'And then choose: let go altogether, or a sign of life once a quarter. Who comes back later comes back to the one who parted well.',
    ],
    act: 'Pick one opportunity that you have been putting off for weeks. Decide today: a new date, a slow pace, or a friendly end.',
  },
  {
    title: 'After the sale it begins',
    body: [
      'The sale is in, and attention goes to the next one. Just now the other watches most closely: do you do as you promised, do you call too when there is nothing to earn?',
      'Call after a month and ask how it goes. Put right what chafes. And then, if all is well, ask whom they know with the same question. A customer who introduces you saves you the first contacts that a stranger asks of you.',
      'Last, look into your own mirror. Where did you stop, where did you sell, what did it take in time? The next twelve contacts get better from what you know of the last.',
    ],
    act: 'Call one customer of more than three months ago. Ask how it goes, and sell nothing.',
  },
];
