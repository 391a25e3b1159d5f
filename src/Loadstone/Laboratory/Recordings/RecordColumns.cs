namespace Loadstone.Laboratory.Recordings;

/// <summary>The columns of the Battery Data Format (LF Energy, ontology 1.3.0).</summary>
public static class RecordColumns
{
    private const double Hour = 3600, CelsiusZero = 273.15;

    private static readonly List<RecordColumn> Known = [];

    /// <summary>Time since the start of the test [s].</summary>
    public static RecordColumn TestTime { get; } = Add("test_time_second", "Test Time / s");

    /// <summary>Voltage of the cell or of the working electrode [V].</summary>
    public static RecordColumn Voltage { get; } = Add("voltage_volt", "Voltage / V");

    /// <summary>Current [A].</summary>
    public static RecordColumn Current { get; } = Add("current_ampere", "Current / A", isSigned: true);

    /// <summary>Seconds since 1 January 1970, UTC.</summary>
    public static RecordColumn UnixTime { get; } = Add("unix_time_second", "Unix Time / s");

    /// <summary>Number of the cycle.</summary>
    public static RecordColumn CycleCount { get; } = Add("cycle_count", "Cycle Count / 1");

    /// <summary>Number of the step since the start of the test; it never falls.</summary>
    public static RecordColumn StepCount { get; } = Add("step_count", "Step Count / 1");

    /// <summary>Temperature of the surroundings [K].</summary>
    public static RecordColumn AmbientTemperature { get; } = Celsius("ambient_temperature_celsius", "Ambient Temperature / degC");

    /// <summary>Number of the step in the schedule; loops repeat it.</summary>
    public static RecordColumn StepId { get; } = Add("step_id", "Step ID");

    /// <summary>Name of the step's kind, as text; its numbers are the index among <see cref="RecordReader.StepTypes"/>.</summary>
    public static RecordColumn StepType { get; } = Add("step_type", "Step Type");

    /// <summary>Time since the start of the step [s].</summary>
    public static RecordColumn StepTime { get; } = Add("step_time_second", "Step Time / s");

    /// <summary>Number of the row.</summary>
    public static RecordColumn RecordIndex { get; } = Add("record_index", "Record Index / 1");

    /// <summary>Charge passed on charge since the start of the test [C].</summary>
    public static RecordColumn ChargingCapacity { get; } = Add("charging_capacity_ah", "Charging Capacity / Ah", Hour);

    /// <summary>Charge passed on discharge since the start of the test [C].</summary>
    public static RecordColumn DischargingCapacity { get; } = Add("discharging_capacity_ah", "Discharging Capacity / Ah", Hour);

    /// <summary>Charge given by the cell since the start of the test, less what it took [C].</summary>
    public static RecordColumn NetCapacity { get; } = Add("net_capacity_ah", "Net Capacity / Ah", Hour, isSigned: true);

    /// <summary>Charge passed in either direction [C].</summary>
    public static RecordColumn CumulativeCapacity { get; } = Add("cumulative_capacity_ah", "Cumulative Capacity / Ah", Hour);

    /// <summary>Charge passed on charge since the start of the step [C].</summary>
    public static RecordColumn StepChargingCapacity { get; } = Add("step_charging_capacity_ah", "Step Charging Capacity / Ah", Hour);

    /// <summary>Charge passed on discharge since the start of the step [C].</summary>
    public static RecordColumn StepDischargingCapacity { get; } = Add("step_discharging_capacity_ah", "Step Discharging Capacity / Ah", Hour);

    /// <summary>Charge given since the start of the step, less what was taken [C].</summary>
    public static RecordColumn StepNetCapacity { get; } = Add("step_net_capacity_ah", "Step Net Capacity / Ah", Hour, isSigned: true);

    /// <summary>Charge passed in either direction since the start of the step [C].</summary>
    public static RecordColumn StepCumulativeCapacity { get; } = Add("step_cumulative_capacity_ah", "Step Cumulative Capacity / Ah", Hour);

    /// <summary>Charge passed on charge since the schedule last set it back [C].</summary>
    public static RecordColumn ScheduleChargingCapacity { get; } = Add("schedule_charging_capacity_ah", "Schedule Charging Capacity / Ah", Hour);

    /// <summary>Charge passed on discharge since the schedule last set it back [C].</summary>
    public static RecordColumn ScheduleDischargingCapacity { get; } = Add("schedule_discharging_capacity_ah", "Schedule Discharging Capacity / Ah", Hour);

    /// <summary>Energy taken on charge since the start of the test [J].</summary>
    public static RecordColumn ChargingEnergy { get; } = Add("charging_energy_wh", "Charging Energy / Wh", Hour);

    /// <summary>Energy given on discharge since the start of the test [J].</summary>
    public static RecordColumn DischargingEnergy { get; } = Add("discharging_energy_wh", "Discharging Energy / Wh", Hour);

    /// <summary>Energy given less energy taken [J].</summary>
    public static RecordColumn NetEnergy { get; } = Add("net_energy_wh", "Net Energy / Wh", Hour, isSigned: true);

    /// <summary>Energy passed in either direction [J].</summary>
    public static RecordColumn CumulativeEnergy { get; } = Add("cumulative_energy_wh", "Cumulative Energy / Wh", Hour);

    /// <summary>Energy taken since the start of the step [J].</summary>
    public static RecordColumn StepChargingEnergy { get; } = Add("step_charging_energy_wh", "Step Charging Energy / Wh", Hour);

    /// <summary>Energy given since the start of the step [J].</summary>
    public static RecordColumn StepDischargingEnergy { get; } = Add("step_discharging_energy_wh", "Step Discharging Energy / Wh", Hour);

    /// <summary>Energy given less energy taken since the start of the step [J].</summary>
    public static RecordColumn StepNetEnergy { get; } = Add("step_net_energy_wh", "Step Net Energy / Wh", Hour, isSigned: true);

    /// <summary>Energy passed in either direction since the start of the step [J].</summary>
    public static RecordColumn StepCumulativeEnergy { get; } = Add("step_cumulative_energy_wh", "Step Cumulative Energy / Wh", Hour);

    /// <summary>Energy taken since the schedule last set it back [J].</summary>
    public static RecordColumn ScheduleChargingEnergy { get; } = Add("schedule_charging_energy_wh", "Schedule Charging Energy / Wh", Hour);

    /// <summary>Energy given since the schedule last set it back [J].</summary>
    public static RecordColumn ScheduleDischargingEnergy { get; } = Add("schedule_discharging_energy_wh", "Schedule Discharging Energy / Wh", Hour);

    /// <summary>Power given [W].</summary>
    public static RecordColumn Power { get; } = Add("power_watt", "Power / W", isSigned: true);

    /// <summary>Resistance as the instrument gives it [Ω].</summary>
    public static RecordColumn InternalResistance { get; } = Add("internal_resistance_ohm", "Internal Resistance / ohm");

    /// <summary>Resistance by a pulse of current [Ω].</summary>
    public static RecordColumn DirectCurrentResistance { get; } = Add("dc_internal_resistance_ohm", "DC Internal Resistance / ohm");

    /// <summary>Resistance by alternating current [Ω].</summary>
    public static RecordColumn AlternatingCurrentResistance { get; } = Add("ac_internal_resistance_ohm", "AC Internal Resistance / ohm");

    /// <summary>Frequency [Hz].</summary>
    public static RecordColumn Frequency { get; } = Add("frequency_hertz", "Frequency / Hz");

    /// <summary>Real part of the impedance [Ω].</summary>
    public static RecordColumn RealImpedance { get; } = Add("real_impedance_ohm", "Real Impedance / ohm");

    /// <summary>Imaginary part of the impedance [Ω]; negative where the cell is capacitive.</summary>
    public static RecordColumn ImaginaryImpedance { get; } = Add("imaginary_impedance_ohm", "Imaginary Impedance / ohm");

    /// <summary>Modulus of the impedance [Ω].</summary>
    public static RecordColumn AbsoluteImpedance { get; } = Add("absolute_impedance_ohm", "Absolute Impedance / ohm");

    /// <summary>Phase of the impedance [rad].</summary>
    public static RecordColumn Phase { get; } = Add("phase_degree", "Phase / deg", Math.PI / 180);

    /// <summary>Temperature of the cell, first sensor [K].</summary>
    public static RecordColumn Temperature1 { get; } = Celsius("temperature_t1_celsius", "Temperature T1 / degC");

    /// <summary>Temperature, second sensor [K].</summary>
    public static RecordColumn Temperature2 { get; } = Celsius("temperature_t2_celsius", "Temperature T2 / degC");

    /// <summary>Temperature, third sensor [K].</summary>
    public static RecordColumn Temperature3 { get; } = Celsius("temperature_t3_celsius", "Temperature T3 / degC");

    /// <summary>All of them, the required ones first.</summary>
    public static IReadOnlyList<RecordColumn> All { get; } = Known;

    /// <summary>The column of a machine name, or null.</summary>
    public static RecordColumn? Find(string name) => Known.Find(column => column.Name == name);

    private static RecordColumn Celsius(string name, string label) => Add(name, label, 1, CelsiusZero);

    private static RecordColumn Add(string name, string label, double scale = 1, double offset = 0, bool isSigned = false)
    {
        var column = new RecordColumn(name, label, scale, offset, isSigned);
        Known.Add(column);
        return column;
    }
}
