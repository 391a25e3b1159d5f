using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Recordings.Text;

namespace Loadstone.Tests.Laboratory.Recordings.Text;

/// <summary>Numbers, durations and dates as instruments write them.</summary>
public sealed class FieldTests
{
    [Fact]
    public void AnyNumberIsReadToItsLastBit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(value => Math.Abs(value) < 1e300), value =>
        {
            foreach (string format in (string[])["R", "E16", "F6", "0.000000000000000E+000"])
            {
                string text = value.ToString(format, CultureInfo.InvariantCulture);
                if (text.Length > 300) continue;
                NumberField.TryParse(Encoding.UTF8.GetBytes(text), false, out double read).ShouldBeTrue(text);
                read.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1,5", 1.5)]
    [InlineData("-0,003", -0.003)]
    [InlineData("2,5E-3", 2.5e-3)]
    public void ADecimalCommaIsAPoint(string text, double value)
    {
        NumberField.TryParse(Encoding.UTF8.GetBytes(text), true, out double read).ShouldBeTrue();
        read.ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-inf")]
    [InlineData("1e999")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("12:30")]
    [InlineData("5e")]
    [InlineData("--5")]
    public void WhatIsNoFiniteNumberIsRefused(string text) => NumberField.TryParse(Encoding.UTF8.GetBytes(text), false, out _).ShouldBeFalse();

    [Theory]
    [InlineData("00:00:20", 20)]
    [InlineData("27:55:41", 100541)]
    [InlineData("0:00:00.500", 0.5)]
    [InlineData("1d 02:00:01", 93601)]
    [InlineData("2 00:00:00", 172800)]
    [InlineData("01:30", 90)]
    public void ADurationIsCountedInSeconds(string text, double seconds)
    {
        TimeField.TryDuration(Encoding.UTF8.GetBytes(text), false, out double read).ShouldBeTrue();
        read.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("2024-09-20 08:32:34.558", false)]
    [InlineData("2024-09-20T08:32:34.558Z", false)]
    [InlineData("2024-09-20T10:32:34.558+02:00", false)]
    [InlineData("2024/09/20 08:32:34.558", false)]
    [InlineData("09/20/2024 08:32:34.558", false)]
    [InlineData("20/09/2024 08:32:34.558", true)]
    [InlineData("20.09.2024 08:32:34.558", false)]
    [InlineData("20-Sep-24 8:32:34.558 AM", false)]
    public void ADateIsReadInEveryOrder(string text, bool dayFirst)
    {
        TimeField.TryDate(Encoding.UTF8.GetBytes(text), dayFirst, out double read).ShouldBeTrue();
        read.ShouldBe(1726821154.558, 1e-6);
    }

    [Theory]
    [InlineData("23-Nov-23 12:00:05 AM", 5)]
    [InlineData("23-Nov-23 12:00:05 PM", 43205)]
    [InlineData("23-Nov-23 3:56:08 PM", 57368)]
    public void NoonAndMidnightAreToldApart(string text, double secondsOfDay)
    {
        TimeField.TryDate(Encoding.UTF8.GetBytes(text), false, out double read).ShouldBeTrue();
        (read % 86400).ShouldBe(secondsOfDay);
    }

    [Theory]
    [InlineData("31/31/2024 00:00:00")]
    [InlineData("2024-02-30")]
    [InlineData("2024-01-01 xx")]
    [InlineData("1.5")]
    public void WhatIsNoDateIsRefused(string text) => TimeField.TryDate(Encoding.UTF8.GetBytes(text), false, out _).ShouldBeFalse();

    [Theory]
    [InlineData("Current(mA)", "current_ampere", 1e-3)]
    [InlineData("I[A]", "current_ampere", 1)]
    [InlineData("voltage_V", "voltage_volt", 1)]
    [InlineData("Test Time / ms", "test_time_second", 1e-3)]
    [InlineData("Capacity/mAh", "", 0)]
    [InlineData("-Im(Z)/Ohm", "imaginary_impedance_ohm", -1)]
    [InlineData("Voltage (mA)", "", 0)]
    [InlineData("Charge Capacity (mAh)", "schedule_charging_capacity_ah", 3.6)]
    public void AHeaderGivesColumnAndUnit(string header, string column, double factor)
    {
        HeaderMeaning? meaning = Vocabulary.Of("any").Find(header, out _);
        (meaning?.Column?.Name ?? "").ShouldBe(column);
        if (meaning is not null) meaning.Factor.ShouldBe(factor, 1e-12);
    }

    [Theory]
    [InlineData("CC Chg", -1)]
    [InlineData("CC DChg", 1)]
    [InlineData("discharge CC", 1)]
    [InlineData("D", 1)]
    [InlineData("C", -1)]
    [InlineData("R", 0)]
    [InlineData("恒流放电", 1)]
    [InlineData("恒流充电", -1)]
    [InlineData("Rest", 0)]
    public void AStateTellsTheSignOfTheCurrent(string state, int sign) => StateSign.SignOf(Encoding.UTF8.GetBytes(state)).ShouldBe(sign);

    [Theory]
    [InlineData("time")]
    [InlineData("speed=v")]
    [InlineData("time=a, time=b")]
    public void AChoiceOfColumnsThatMeansNothingIsRefused(string text) => Should.Throw<InputException>(() => ColumnChoice.Parse(text));

    [Fact]
    public void EveryColumnOfTheTableIsOneThatTheFormatKnows()
    {
        using Stream stream = typeof(Recording).Assembly.GetManifestResourceStream("Laboratory/Recordings/Text/columns.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) (line.Split(';')[2] is "state" || RecordColumns.Find(line.Split(';')[2]) is not null).ShouldBeTrue(line);
    }
}
