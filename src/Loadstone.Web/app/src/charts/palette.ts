/** Colours of series on white and on black: Okabe and Ito (2008) without the yellow that white paper swallows, told apart by colour-blind eyes. */
const light = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b87a00', '#3d9bd1', '#444444', '#b5a800'];
const dark = ['#4fa8e0', '#f08040', '#2cc295', '#e09cc4', '#f0b840', '#8fd0f5', '#d8d8d8', '#f0e442'];

/** The two colours of a series by its place. */
export const seriesPair = (index: number) => ({ color: light[index % light.length]!, darkColor: dark[index % dark.length]! });
