using Loadstone.Designs.Fields;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Reading;

/// <summary>Reads what is done with a cell.</summary>
internal static class RunReader
{
    /// <summary>The protocols of the document's runs.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cutOffs">Cut-offs of the cell, which a rate test takes unless it states its own.</param>
    /// <param name="files">What becomes of files named in protocols.</param>
    public static IReadOnlyList<Protocol> Read(FieldReader document, CutOffs? cutOffs, NamedFiles? files) =>
        [.. document.Read(DocumentFields.Run).Select(run => ReadRun(new FieldReader(run, RunFields.Shape), cutOffs, files))];

    private static Protocol ReadRun(FieldReader run, CutOffs? cutOffs, NamedFiles? files)
    {
        run.Exclude(RunFields.RateTest, RunFields.Protocol);
        if (!run.Has(RunFields.RateTest) && !run.Has(RunFields.Protocol))
            throw run.Place.Error("A run needs the field \"rateTest\" (a list of C-rates) or \"protocol\" (a list of steps in words).");
        Protocol protocol = run.Has(RunFields.RateTest) ? ReadRateTest(run, cutOffs) : ReadProtocol(run, files);
        return run.Read(RunFields.Name) is { } name ? protocol with { Name = name } : protocol;
    }

    private static Protocol ReadRateTest(FieldReader run, CutOffs? cutOffs)
    {
        double[] rates = [.. run.Read(RunFields.RateTest).Select(rate => FieldValue.Quantity(rate, RunFields.Rate))];
        CutOffs window = CutOffs.Read(run, RunFields.Between) ?? cutOffs
            ?? throw run.Place.Error("A rate test of a named cell needs the field \"between\" (the lower and the upper cut-off voltage, [\"2.7 V\", \"4.3 V\"]).");
        double charge = run.Read(RunFields.Charge) ?? RateTest.DefaultChargeRate;
        double holdTo = run.Read(RunFields.HoldTo) ?? RateTest.DefaultHoldToRate;
        try
        {
            return RateTest.Create(rates, window.Lower, window.Upper, charge, holdTo, run.Read(RunFields.Rest));
        }
        catch (InputException e)
        {
            throw run.Place.Error(Wording.Capitalised(e.Problem));
        }
    }

    private static Protocol ReadProtocol(FieldReader run, NamedFiles? files)
    {
        foreach (DesignField field in (DesignField[])[RunFields.Between, RunFields.Charge, RunFields.HoldTo, RunFields.Rest])
        {
            if (run.Has(field)) throw run.PlaceOf(field).Error($"\"{field.Name}\" belongs to a rate test; in a protocol the steps say it.");
        }
        return ReadSteps("Protocol", run.Read(RunFields.Protocol), files, 0);
    }

    private static Protocol ReadSteps(string name, IReadOnlyList<PlacedValue> items, NamedFiles? files, int depth) =>
        Protocol.Sequence(name, items.Select(item => item is PlacedObject ? ReadLoop(item, files, depth + 1) : ReadLine(item, files)));

    private static Protocol ReadLoop(PlacedValue item, NamedFiles? files, int depth)
    {
        if (depth > RepeatSentence.DeepestLoop)
            throw item.Error(FormattableString.Invariant($"Loops stand {depth} deep in each other; expected {RepeatSentence.DeepestLoop} at most."));
        var loop = new FieldReader(item, RunFields.Loop);
        int count = (int)loop.Read(RunFields.Repeat)!.Value;
        IReadOnlyList<LoopCondition> until = loop.Read(RunFields.Until) is { } text ? At(loop.Node(RunFields.Until)!, () => RepeatSentence.ReadUntil(text)) : [];
        Protocol steps = ReadSteps("loop", loop.Read(RunFields.Steps), files, depth);
        return At(item, () => steps.Repeated(count, until));
    }

    private static Protocol ReadLine(PlacedValue line, NamedFiles? files)
    {
        string text = FieldValue.Text(line, RunFields.Step);
        return At(line, () => ProtocolParser.ParseLine(text, files));
    }

    // The parser's place is the word in the sentence; the document's place is where the sentence stands.
    private static T At<T>(PlacedValue value, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException e)
        {
            throw value.Error(e.Place is null ? Wording.Capitalised(e.Problem) : $"{e.Place}: {e.Problem}");
        }
    }
}
