import type { ThemeText } from './themes.ts';

export const BALANCE: ThemeText = {
  goals: `
Leave on time twice a week, and mean it | The children know me from the telephone. | somebody needs "just a minute" at five | I write it on tomorrow's list and walk to the coat | Two weeks of counting; Agree with the team; Four good weeks
Finish the thesis before the leave begins | I would like to be away and not half here. | the toddler is ill | the chapter waits and the figures get twenty minutes | Chapter three; Chapter four; Full draft; Handed in
Come back from leave without drowning | Last time it took me half a year to feel useful. | the inbox has four hundred letters | I read the newest thirty and delete the rest | Plan with the head; Two half days before; First month reviewed
Sleep after nights like a person | I am kinder when I have slept; everybody has noticed. | I scroll in bed at nine in the morning | the telephone sleeps in the kitchen | Two weeks of a log; Dark room; No meetings after nights
`,
  objectives: `
See where the week really goes
Plan the return, in small steps
Talk about tiredness before it becomes something else
Find one thing to stop until spring
Prepare the talk with the head of department about hours
`,
  agenda: `
Three weeks of evenings, counted
What I tell myself when I stay
Part-time without part-career
The thing I gave up and miss
How to answer messages at the weekend
Sleep after nights
What my partner would put on this agenda
Grandmother is ill
`,
  tasks: `
Count the evenings, without changing anything
Tell the team which two days
Ask for the Wednesday clinic to be moved
Put the telephone in the kitchen for a fortnight
Go climbing on Saturday, whatever the inbox says
Write down what would have to be true to stay in this job
`,
  favours: `
Tell the head that I think this is a good plan
Not write to you after seven
Send the return-to-work plan that we used
Introduce you to somebody who does this at eighty per cent
Ask how it went, on Friday, in one line
`,
  advice: `
Perhaps it is enough to be excellent in one thing each year.
You could tell people when you will answer instead of answering.
Consider asking for the change for three months; trials frighten nobody.
Leave something undone on purpose and watch what happens.
Put rest in the calendar with a name that others respect.
`,
  moments: `
INSIGHT | I stay because going home is harder some days.
ENCOURAGEMENT | You said no, kindly, and the world went on.
ADVICE | Guard the morning. The evening cannot be guarded.
INTRODUCTION | Fiona, who wrote up with a baby on her lap.
INSIGHT | I do not need more time. I need fewer promises.
ENCOURAGEMENT | It is the first time I hear you laugh since August.
`,
  notes: `
Eleven evenings in three weeks. Four of them for the ward, seven for being seen.
Tuesday and Friday are the days. The team knows.
Return plan: two half days in the weeks before, no nights in the first month.
We did not solve anything today, and it was a good meeting.
One promise fewer: the newsletter goes to Anneli.
`,
};
