import { counted } from './english/messageWords.ts';
import { englishMessages } from './englishMessages.ts';
import { frenchSite } from './french/frenchSite.ts';
import { countedInFrench } from './french/frenchWords.ts';
import { type Say, speaker } from './message.ts';

/**
 * What words the messages of web pages. Their language is that of the pages, whatever the person speaks who makes them.
 * @param tag `fr`; anything else is English
 */
export function siteSpeaker(tag: string): Say {
  return tag === 'fr'
    ? speaker({ ...englishMessages, ...frenchSite }, countedInFrench)
    : speaker(englishMessages, counted);
}
