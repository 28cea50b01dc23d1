import type { ThemeText } from './themes.ts';

export const LEADERSHIP: ThemeText = {
  goals: `
Run the first hundred days as chief resident | I would like the rota to be fair and to be seen to be fair. | two people want the same weekend | I ask both what the weekend is for before I decide | Talk to every resident; Publish the rules; First conflict written up; Hundred-day letter
Cut the time to antibiotics on our ward by half | It is the one number that everybody agrees on and nobody owns. | a week's data does not arrive | I count ten charts by hand and go on | Baseline; Three ideas tested; Run chart on the wall; Handed over
Speak up in the leadership round | I have things to say and say them in the corridor. | somebody repeats my idea as theirs | I say: "Yes, that is what I meant, and the next step is…" | Speak once a meeting; Bring one proposal; Chair once
Build a small team that works without me | I am the bottleneck and rather proud of it. | I take a task back because it is quicker | I hand it back the same day with one hint | Write down what I do; Delegate three things; Two weeks away
`,
  objectives: `
Prepare the conversation with the two who do not speak to each other
Look at the run chart and decide what to stop
Sort what only I can do from what I like to do
Plan how to bring the proposal, and to whom first
Take the last conflict apart, kindly
`,
  agenda: `
The rota, and who is angry
How do I disagree with somebody who decides about me?
What the nurses' representative told me
Delegating to people who are older than I am
The idea that died in committee
One thing to stop doing
Being the only one in the room
How to thank a team so that they notice
`,
  tasks: `
Talk to each of the two alone, twenty minutes, listening
Put the chart on the wall where the coffee is
Write the proposal on half a page
Ask Leila to chair the next huddle
Keep a list of what I took back this week
Thank three people for something specific
`,
  favours: `
Tell you who should hear of it before the meeting
Play the difficult colleague
Share the letter I wrote after my first hundred days
Ask the quality office for the weekly extract
Have a coffee with your head of department
`,
  advice: `
You could settle what is fair before you settle who gets it.
Consider asking the loudest critic to write the first draft.
Perhaps measure fewer things, every week, for longer.
Decide in the meeting what you decided before it, and say so.
Before you answer, ask what would make it easy for them to say yes.
`,
  moments: `
INSIGHT | They did not want another rota. They wanted to be asked.
ENCOURAGEMENT | You let the silence work, and she told you.
ADVICE | Praise by name, criticise by process.
INTRODUCTION | Peter, who has run the same chart every week for nine years.
INSIGHT | I take things back because I like to be needed.
ENCOURAGEMENT | Nobody raised their voice, and you changed the plan.
`,
  notes: `
Two separate talks first, then one together with a question that both can answer.
The chart: the change in week six held. Week nine was the holiday, not a relapse.
Things only {mentee} can do: three. Things {mentee} does: nineteen.
The proposal goes to the head nurse before it goes to the round.
Rules before names. Published on Friday, open for comments for a week.
`,
};
