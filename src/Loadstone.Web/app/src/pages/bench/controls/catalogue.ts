import type { Choice } from '../../../fields/ChoiceField';

/** Electrolytes of the catalogue by the names that documents use. */
export const electrolytes: readonly Choice[] = [
  { value: '1 M LiPF6 in EC:EMC 3:7', label: '1 M LiPF6, EC:EMC 3:7 (Nyman 2008)' },
  { value: 'lipf6-ec-emc-3-7-landesfeind', label: '1 M LiPF6, EC:EMC 3:7 (Landesfeind 2019)' },
  { value: 'lipf6-ec-emc-3-7-fec', label: '1.2 M LiPF6, EC:EMC 3:7, 10 % FEC' },
  { value: 'lipf6-ec-dmc-1-1', label: '1 M LiPF6, EC:DMC 1:1 (Landesfeind 2019)' },
];

/** Separators of the catalogue with their usual thickness. */
export const separators: readonly Choice[] = [
  { value: 'polypropylene 25 µm', label: 'Polypropylene, 25 µm, 55 %' },
  { value: 'celgard-2400 25 µm', label: 'Polypropylene, 25 µm, 41 %' },
  { value: 'pp-pe-pp 25 µm', label: 'PP/PE/PP, 25 µm, 39 %' },
  { value: 'celgard-2320 20 µm', label: 'PP/PE/PP, 20 µm, 39 %' },
];
